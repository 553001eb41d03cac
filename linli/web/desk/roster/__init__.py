"""The register of residents at the desk: found, shown masked, put right, imported."""
