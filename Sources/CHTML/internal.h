#ifndef CHTML_INTERNAL_H
#define CHTML_INTERNAL_H

#include <stddef.h>

/// Overwrites with spaces what would cost a parser more than linear time: tags nested deeper than
/// 256, formatting beyond 12 elements that nothing closes, tags of more than 256 attributes.
void chtml_cap(char *bytes, size_t length);

#endif
