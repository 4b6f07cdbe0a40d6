"""What programs ask over HTTP, on the port of the chat."""
