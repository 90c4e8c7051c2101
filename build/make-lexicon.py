#!/usr/bin/env python3
"""Makes the words that the speller suggests, src/Fingerspell/Spelling/Words/english.txt.gz, from two Debian packages:

    apt-get download scowl pocketsphinx-en-us
    for package in *.deb; do dpkg -x $package files; done
    build/make-lexicon.py files src/Fingerspell/Spelling/Words/english.txt.gz

Which words there are comes from SCOWL's lists, how frequent they are from the single words of CMU Sphinx's language
model. A line is a word in capitals, a tab and -10 log10 of its probability, rounded; lines are in ordinal order.
"""
import gzip
import math
import pathlib
import re
import struct
import sys
import unicodedata

# Common words and names; of rarer ones those that the language model has heard.
COMMON = [10, 20, 35, 40, 50]
RARER = [55, 60, 70]
KINDS = ["words", "upper", "proper-names"]
LONGEST = 24
UNHEARD = {10: 60, 20: 62, 35: 65, 40: 68, 50: 70}  # by SCOWL's size, where the language model does not know the word

# Words that people who use this spell, and neither source has.
OWN = {"ASL": 60, "FINGERSPELL": 65, "FINGERSPELLED": 65, "FINGERSPELLING": 65, "FINGERSPELLS": 68}


def scowl(folder, level):
    for variety in ["english", "american"]:
        for kind in KINDS:
            path = folder / f"{variety}-{kind}.{level}"
            if path.exists():
                yield from path.read_text("iso-8859-1").split()


def capitals(word):
    """The word as it is spelled by hand, or None: accents are left out; possessives and the like are no words here."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).upper()
    fits = re.fullmatch("[A-Z]{2,%d}|[AI]" % LONGEST, plain)
    return plain if fits else None


def probabilities(path):
    """log10 of the probability of each single word in a Sphinx trie language model, order 3, quantised."""
    data = path.read_bytes()
    header = b"Trie Language Model\x03"
    if not data.startswith(header):
        sys.exit(f"{path} is no trie language model of order 3")
    count, = struct.unpack_from("<I", data, len(header))
    first = len(header) + 3 * 4 + 4 + 3 * 65536 * 4  # counts, kind of quantisation, its tables
    # The words are the end of the file; what stands before them is split off with the first one, which is "'bout".
    words = [b"", *data[:-1].rsplit(b"\0", count - 1)[1:]]
    of = {}
    for i, word in enumerate(words):
        logarithm, _, _ = struct.unpack_from("<ffI", data, first + 12 * i)
        of[word.decode("ascii", "replace")] = logarithm * math.log10(1.0001)
    return of


def main(files, output):
    lists = pathlib.Path(files, "usr/share/dict/scowl")
    heard = {}
    for word, logarithm in probabilities(pathlib.Path(files, "usr/share/pocketsphinx/model/en-us/en-us.lm.bin")).items():
        if (plain := capitals(word)) is not None:
            heard[plain] = max(heard.get(plain, -math.inf), logarithm)
    words = dict(OWN)
    for level in COMMON + RARER:
        for word in scowl(lists, level):
            plain = capitals(word)
            if plain is None or plain in words:
                continue
            if plain in heard:
                words[plain] = round(-10 * heard[plain])
            elif level in UNHEARD:
                words[plain] = UNHEARD[level]
    text = "".join(f"{word}\t{rarity}\n" for word, rarity in sorted(words.items()))
    pathlib.Path(output).write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    print(f"{len(words)} words, {len(heard)} heard; wrote {output}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
