// ICU behind opaque handles and integers: its own headers cannot be shown to Swift beside Foundation.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

/// ICU's version, such as "72.1". Static storage.
const char *_Nonnull cicu_version(void);

#endif
