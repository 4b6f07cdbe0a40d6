"""An answer → a person or a program: command line, batch, web chat; no logic of their own."""
