"""From input files to the model: how values, records and files are written."""
