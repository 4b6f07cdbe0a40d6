"""Documents → passages → hits: what is found for a question, and how well."""
