#include "CICU.h"

#include <memory>
#include <new>
#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <utility>
#include <vector>

namespace {

// The header of ICU's dictionary files: eight numbers, of which the first says where the trie stands, and the fifth
// of what kind it is.
constexpr int32_t trieOffset = 0, trieKind = 4, kindMask = 7, kindOfUnits = 1;

// Where tables of the first character begin and end.
constexpr uint16_t low = 0x3400, high = 0xA000;

// What a character that begins no word of one character costs: ICU's dearest.
constexpr uint32_t dearest = 255;
// Characters that a word has at most.
constexpr int32_t longest = 20;

// Pairs of characters that are remembered: a power of two.
constexpr uint32_t pairs = 1 << 13;

// Where the trie stands after one or two characters, and what it said.
struct Place {
  uint64_t state = 0;
  uint32_t characters = 0;
  uint16_t cost = 0;
  int8_t result = -1;
};

}  // namespace

struct cicu_dictionary {
  UDataMemory *data = nullptr;
  icu::UCharsTrie trie;
  // The places after a first character: finding it among ten thousands costs more than the rest of a word.
  std::vector<Place> firsts;
  // The places after two, the last of those that share a slot: an article repeats its words.
  std::vector<Place> seconds;
  std::vector<uint32_t> costs;
  std::vector<int32_t> origins;

  cicu_dictionary(UDataMemory *data, const char16_t *words)
      : data(data), trie(words), firsts(high - low), seconds(pairs) {}
  ~cicu_dictionary() { udata_close(data); }

  // The trie's present place.
  Place place(UStringTrieResult result, uint32_t characters) {
    Place found;
    found.characters = characters;
    found.result = (int8_t)result;
    if (result != USTRINGTRIE_NO_MATCH) found.state = trie.getState64();
    if (USTRINGTRIE_HAS_VALUE(result)) found.cost = (uint16_t)trie.getValue();
    return found;
  }

  Place first(uint16_t unit) {
    if (unit < low || unit >= high) return place(trie.first(unit), unit);
    Place &known = firsts[unit - low];
    if (known.result < 0) known = place(trie.first(unit), unit);
    return known;
  }

  Place second(const Place &one, uint16_t unit) {
    uint32_t characters = one.characters << 16 | unit;
    Place &known = seconds[(characters * 0x9E3779B1u) >> 19];
    if (known.result < 0 || known.characters != characters) {
      trie.resetToState64(one.state);
      known = place(trie.next(unit), characters);
    }
    return known;
  }

  // Takes the edge from a character to the end of a word, if it is the cheapest yet.
  void relax(int32_t from, int32_t to, uint32_t cost) {
    uint32_t total = costs[from] + cost;
    if (total >= costs[to]) return;
    costs[to] = total;
    origins[to] = from;
  }

  void step(const uint16_t *text, int32_t length, int32_t from) {
    const Place one = first(text[from]);
    relax(from, from + 1, USTRINGTRIE_HAS_VALUE(one.result) ? one.cost : dearest);
    if (!USTRINGTRIE_HAS_NEXT(one.result) || from + 1 == length) return;
    const Place two = second(one, text[from + 1]);
    int32_t to = from + 2;
    if (USTRINGTRIE_HAS_VALUE(two.result)) relax(from, to, two.cost);
    if (!USTRINGTRIE_HAS_NEXT(two.result) || to == length) return;
    trie.resetToState64(two.state);
    while (to < length && to - from < longest) {
      UStringTrieResult result = trie.next(text[to]);
      to += 1;
      if (USTRINGTRIE_HAS_VALUE(result)) relax(from, to, (uint32_t)trie.getValue());
      if (!USTRINGTRIE_HAS_NEXT(result)) return;
    }
  }

  // Goes over the units that `text` gives, from an offset to `length`: whether a word ends behind `joint`, and whether one
  // may end behind them all.
  template <typename Text>
  std::pair<bool, bool> walk(Text text, int32_t joint, int32_t length, int32_t from) {
    const Place one = first(text(from));
    if (from + 1 == length || !USTRINGTRIE_HAS_NEXT(one.result)) {
      return {false, USTRINGTRIE_HAS_NEXT(one.result)};
    }
    const Place two = second(one, text(from + 1));
    UStringTrieResult result = (UStringTrieResult)two.result;
    int32_t to = from + 2;
    if (USTRINGTRIE_HAS_NEXT(result) && to < length) trie.resetToState64(two.state);
    while (true) {
      if (USTRINGTRIE_HAS_VALUE(result) && to > joint) return {true, false};
      if (to == length || !USTRINGTRIE_HAS_NEXT(result)) break;
      result = trie.next(text(to));
      to += 1;
    }
    return {false, USTRINGTRIE_HAS_NEXT(result)};
  }
};

extern "C" cicu_dictionary *cicu_dictionary_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *data =
      udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "dict", "cjdict", &status);
  if (U_FAILURE(status)) return nullptr;
  const int32_t *header = static_cast<const int32_t *>(udata_getMemory(data));
  if ((header[trieKind] & kindMask) != kindOfUnits) {
    udata_close(data);
    return nullptr;
  }
  const char *bytes = reinterpret_cast<const char *>(header) + header[trieOffset];
  return new (std::nothrow)
      cicu_dictionary(data, reinterpret_cast<const char16_t *>(bytes));
}

extern "C" void cicu_dictionary_close(cicu_dictionary *dictionary) { delete dictionary; }

extern "C" int32_t cicu_dictionary_divide(
    cicu_dictionary *dictionary, const uint16_t *text, int32_t length, int32_t *ends) {
  auto &costs = dictionary->costs;
  auto &origins = dictionary->origins;
  costs.assign(length + 1, UINT32_MAX);
  origins.resize(length + 1);
  costs[0] = 0;
  for (int32_t from = 0; from < length; from++) dictionary->step(text, length, from);
  int32_t count = 0;
  for (int32_t at = length; at > 0; at = origins[at]) ends[count++] = at;
  for (int32_t left = 0, right = count - 1; left < right; left++, right--) {
    std::swap(ends[left], ends[right]);
  }
  return count;
}

extern "C" uint32_t cicu_dictionary_open_words(
    cicu_dictionary *dictionary, const uint16_t *text, int32_t length) {
  auto unit = [=](int32_t at) { return text[at]; };
  uint32_t open = 0;
  for (int32_t from = length - 1; from >= 0 && from >= length - 32; from--) {
    if (dictionary->walk(unit, length, length, from).second) open |= 1u << (length - 1 - from);
  }
  return open;
}

extern "C" int32_t cicu_dictionary_crosses(
    cicu_dictionary *dictionary, const uint16_t *before, int32_t length, const uint16_t *after,
    int32_t more, uint32_t open) {
  auto unit = [=](int32_t at) { return at < length ? before[at] : after[at - length]; };
  for (int32_t from = length - 1; from >= 0 && from >= length - 32; from--) {
    if (!(open >> (length - 1 - from) & 1)) continue;
    if (dictionary->walk(unit, length, length + more, from).first) return 1;
  }
  return 0;
}
