"""Ledgers in and out of the files of other programs; one file each, with writer and reader.

Every file that is written carries, in a place that its format leaves free, what the format itself
cannot hold, so that it reads back as the same ledger. :mod:`volteface.formats.kinds` lists them.
"""
