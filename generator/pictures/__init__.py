"""The pictures, laid out from facts: where each line and each word of them stands. Templates write them as SVG."""
