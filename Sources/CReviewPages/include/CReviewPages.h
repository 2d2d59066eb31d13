// The review app's pages, styles, scripts and words in Web/, embedded into the binary.
#ifndef CREVIEWPAGES_H
#define CREVIEWPAGES_H

/// The name of the file with that number, from 0, null past the last one.
const char *_Nullable creviewpages_name(long index);

/// The bytes of the file of that name, null where there is none.
/// They live as long as the process and are not terminated; `length` receives their number.
const unsigned char *_Nullable creviewpages_file(const char *_Nonnull name, long *_Nonnull length);

#endif
