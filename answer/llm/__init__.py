"""Language models: one small interface, and a door to each kind of them."""
