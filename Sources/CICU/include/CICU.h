// ICU behind opaque handles and integers: its own headers cannot be shown to Swift beside Foundation.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// ICU's version, such as "72.1". Static storage.
const char *_Nonnull cicu_version(void);

/// A break iterator. Not for two threads at once.
typedef struct cicu_breaker cicu_breaker;

enum { cicu_words = 0, cicu_sentences = 1 };

/// Opens ICU's own rules for words or sentences; null where ICU refuses.
cicu_breaker *_Nullable cicu_break_open(int32_t kind, const char *_Nonnull locale);
/// Opens rules in ICU's rule syntax; null where ICU refuses them.
cicu_breaker *_Nullable cicu_break_open_rules(const uint16_t *_Nonnull rules, int32_t length);
void cicu_break_close(cicu_breaker *_Nullable breaker);
/// Sets the text, which is not copied: it must live until `cicu_break_clear`. Returns 0, or ICU's
/// error code.
int32_t cicu_break_set_text(
    cicu_breaker *_Nonnull breaker, const uint16_t *_Nonnull text, int32_t length);
/// Writes the next boundaries (the one at 0 left out) to `offsets`; returns how many, 0 at the end.
int32_t cicu_break_next(
    cicu_breaker *_Nonnull breaker, int32_t *_Nonnull offsets, int32_t capacity);
/// Makes the iterator forget its text.
void cicu_break_clear(cicu_breaker *_Nonnull breaker);

/// ICU's dictionary of Chinese and Japanese words. Not for two threads at once.
typedef struct cicu_dictionary cicu_dictionary;

/// Opens the dictionary, which the library keeps in memory; null where it has none of a known form.
cicu_dictionary *_Nullable cicu_dictionary_open(void);
void cicu_dictionary_close(cicu_dictionary *_Nullable dictionary);
/// Divides Han characters of the basic plane as ICU's word iterator does: writes the ends of the words,
/// ascending, to `ends`, which needs room for `length` numbers; returns how many.
int32_t cicu_dictionary_divide(
    cicu_dictionary *_Nonnull dictionary, const uint16_t *_Nonnull text, int32_t length,
    int32_t *_Nonnull ends);
/// Where words begin that may go on behind a text: a bit for each distance from its end, from 1 to 32.
uint32_t cicu_dictionary_open_words(
    cicu_dictionary *_Nonnull dictionary, const uint16_t *_Nonnull text, int32_t length);
/// Whether a word begins in one text, where its `open` words do, and ends in the other, if both stand together.
int32_t cicu_dictionary_crosses(
    cicu_dictionary *_Nonnull dictionary, const uint16_t *_Nonnull before, int32_t length,
    const uint16_t *_Nonnull after, int32_t more, uint32_t open);

/// Detects the charset of bytes: its IANA name goes to `name`, ICU's confidence (0 to 100) is
/// returned; -1 where ICU has no idea. `name` needs room for `capacity` bytes.
int32_t cicu_detect(
    const uint8_t *_Nonnull bytes, int32_t length, char *_Nonnull name, int32_t capacity);

/// Decodes bytes to UTF-16. Returns the number of units written to `units`, or
/// -1 for a charset that ICU does not know, -2 where the bytes at `*malformed` are none of the
/// charset, -3 where `capacity` does not do.
int32_t cicu_decode(
    const char *_Nonnull charset, const uint8_t *_Nonnull bytes, int32_t length,
    uint16_t *_Nonnull units, int32_t capacity, int32_t *_Nonnull malformed);

#ifdef __cplusplus
}
#endif

#endif
