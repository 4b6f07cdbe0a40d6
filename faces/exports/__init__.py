"""An answer and the works that it cites, in the forms that other programs read."""
