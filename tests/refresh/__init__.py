"""Fresh figures, from a service on this machine that speaks as the real ones do."""
