#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uvernum.h>

const char *cicu_version(void) { return U_ICU_VERSION; }

struct cicu_breaker {
  UBreakIterator *iterator;
};

static cicu_breaker *wrap(UBreakIterator *iterator, UErrorCode status) {
  if (U_FAILURE(status)) {
    if (iterator) ubrk_close(iterator);
    return 0;
  }
  cicu_breaker *breaker = malloc(sizeof *breaker);
  if (!breaker) {
    ubrk_close(iterator);
    return 0;
  }
  breaker->iterator = iterator;
  return breaker;
}

cicu_breaker *cicu_break_open(int32_t kind, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == cicu_sentences ? UBRK_SENTENCE : UBRK_WORD;
  return wrap(ubrk_open(type, locale, 0, 0, &status), status);
}

cicu_breaker *cicu_break_open_rules(const uint16_t *rules, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  return wrap(ubrk_openRules((const UChar *)rules, length, 0, 0, &place, &status), status);
}

void cicu_break_close(cicu_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t cicu_break_set_text(cicu_breaker *breaker, const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &status);
  return U_FAILURE(status) ? status : 0;
}

void cicu_break_clear(cicu_breaker *breaker) {
  static const uint16_t nothing[1];
  cicu_break_set_text(breaker, nothing, 0);
}

int32_t cicu_break_next(cicu_breaker *breaker, int32_t *offsets, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t offset = ubrk_next(breaker->iterator);
    if (offset == UBRK_DONE) break;
    offsets[count++] = offset;
  }
  return count;
}

int32_t cicu_detect(const uint8_t *bytes, int32_t length, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return -1;
  int32_t confidence = -1;
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) && match) {
    const char *found = ucsdet_getName(match, &status);
    int32_t rank = ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status) && strlen(found) < (size_t)capacity) {
      strcpy(name, found);
      confidence = rank;
    }
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t cicu_decode(
    const char *charset, const uint8_t *bytes, int32_t length, uint16_t *units,
    int32_t capacity, int32_t *malformed) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, 0, 0, 0, &status);
  const char *source = (const char *)bytes;
  const char *end = source + length;
  UChar *target = (UChar *)units;
  int32_t result = -2;
  if (U_SUCCESS(status)) {
    ucnv_toUnicode(converter, &target, target + capacity, &source, end, 0, 1, &status);
  }
  if (U_SUCCESS(status)) {
    result = (int32_t)(target - (UChar *)units);
  } else if (status == U_BUFFER_OVERFLOW_ERROR) {
    result = -3;
  } else {
    // The converter stands behind the malformed bytes, which it has kept.
    char kept[32];
    int8_t count = sizeof kept;
    UErrorCode inner = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, kept, &count, &inner);
    if (U_FAILURE(inner)) count = 0;
    *malformed = (int32_t)(source - (const char *)bytes) - count;
  }
  ucnv_close(converter);
  return result;
}
