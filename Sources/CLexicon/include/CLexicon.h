// The word tables of Data/ and the files of Pages/, embedded into the binary.
#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>

/// The bytes of the table of that name (`units` for `Data/units.tsv`), null where there is none.
/// They live as long as the process and are not terminated; `length` receives their number.
const unsigned char *_Nullable clexicon_table(const char *_Nonnull name, long *_Nonnull length);

/// The bytes of the table with that number, from 0, null past the last one.
const unsigned char *_Nullable clexicon_table_at(long index, long *_Nonnull length);

/// The bytes of a file of `Pages/`, null where there is none. No part of the lexicon.
const unsigned char *_Nullable clexicon_page(const char *_Nonnull name, long *_Nonnull length);

#endif
