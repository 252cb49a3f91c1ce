"""Who said what by a small trained network: content, cue and source of each attribution."""
