"""The hand-outs as tagged PDF."""
