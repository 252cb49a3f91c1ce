"""Read and check a case folder."""
