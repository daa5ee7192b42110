#!/usr/bin/env python3
"""
Makes the labelled corpus of credentials: Python's standard library and openssl, nothing of this project.

Every id and secret is invented, and the secrets say so themselves. RSA pairs are made anew in each run, and their private keys are thrown
away: tokens signed with them change from run to run, all else stays the same.

Usage: python3 test/trust-corpus/generate.py && npx oxfmt test/trust-corpus
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

from channeltalk import channeltalk
from chatlayer import chatlayer
from entries import Corpus
from kore_secrets import add_secrets
from kore_tokens import add_tokens
from odd_cases import add_odd_channeltalk, add_odd_chatlayer, add_odd_kore, add_odd_snatchbot
from snatchbot import snatchbot
from tokens import KeyPair
from unseen_cases import add_unseen_channeltalk, add_unseen_chatlayer, add_unseen_kore, add_unseen_snatchbot

FOLDER = pathlib.Path(__file__).parent


def write(corpus):
    path = FOLDER / f"{corpus.platform}.json"
    note = "Made by generate.py. Every id and secret is invented for tests; none opens anything."
    path.write_text(json.dumps({"note": note, "entries": corpus.entries}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    valid = sum(entry["expect"]["state"] == "accepted" for entry in corpus.entries)
    print(f"{corpus.platform}: {len(corpus.entries) - valid} broken, {valid} valid")


def kore():
    corpus = Corpus("kore")
    pair, other_pair = KeyPair(), KeyPair()
    try:
        add_tokens(corpus, pair)
        add_secrets(corpus, pair, other_pair)
        add_odd_kore(corpus)
        add_unseen_kore(corpus)
    finally:
        pair.forget()
        other_pair.forget()
    return corpus


if __name__ == "__main__":
    write(kore())
    for make, *additions in (
        (chatlayer, add_odd_chatlayer, add_unseen_chatlayer),
        (snatchbot, add_odd_snatchbot, add_unseen_snatchbot),
        (channeltalk, add_odd_channeltalk, add_unseen_channeltalk),
    ):
        corpus = make()
        for add in additions:
            add(corpus)
        write(corpus)
