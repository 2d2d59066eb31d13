// What Linux can do with names and the C library's Swift face does not show.
#ifndef CFILEEXCHANGE_H
#define CFILEEXCHANGE_H

/// Lets two names of one file system change places in one step. 0, or the number of the error (EINVAL where the
/// file system can't).
int cfileexchange_swap(const char *_Nonnull a, const char *_Nonnull b);

#endif
