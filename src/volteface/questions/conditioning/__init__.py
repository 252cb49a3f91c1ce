"""Conditioning on the record: the worlds that agree with what is known up to a date."""
