"""The static charts of hand-outs, as SVG."""
