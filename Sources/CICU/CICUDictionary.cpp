#include "CICU.h"

#include <memory>
#include <new>
#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
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

// Where the trie stands after a first character, and what it said.
struct First {
  uint64_t state = 0;
  int8_t result = -1;
};

}  // namespace

struct cicu_dictionary {
  UDataMemory *data = nullptr;
  icu::UCharsTrie trie;
  // The trie's states after a first character: finding it among ten thousands costs more than the rest of a word.
  std::vector<First> firsts;
  std::vector<uint32_t> costs;
  std::vector<int32_t> origins;

  cicu_dictionary(UDataMemory *data, const char16_t *words)
      : data(data), trie(words), firsts(high - low) {}
  ~cicu_dictionary() { udata_close(data); }

  // Goes to the words that begin with a character.
  UStringTrieResult first(uint16_t unit) {
    if (unit < low || unit >= high) return trie.first(unit);
    First &known = firsts[unit - low];
    if (known.result == USTRINGTRIE_NO_MATCH) return USTRINGTRIE_NO_MATCH;
    if (known.result > 0) {
      trie.resetToState64(known.state);
      return (UStringTrieResult)known.result;
    }
    UStringTrieResult result = trie.first(unit);
    known.result = (int8_t)result;
    if (result != USTRINGTRIE_NO_MATCH) known.state = trie.getState64();
    return result;
  }

  // Takes the edge from a character to the end of a word, if it is the cheapest yet.
  void relax(int32_t from, int32_t to, uint32_t cost) {
    uint32_t total = costs[from] + cost;
    if (total >= costs[to]) return;
    costs[to] = total;
    origins[to] = from;
  }

  void step(const uint16_t *text, int32_t length, int32_t from) {
    bool hasSingle = false;
    UStringTrieResult result = first(text[from]);
    int32_t to = from;
    while (result != USTRINGTRIE_NO_MATCH) {
      to += 1;
      if (USTRINGTRIE_HAS_VALUE(result)) {
        hasSingle = hasSingle || to == from + 1;
        relax(from, to, (uint32_t)trie.getValue());
      }
      if (result == USTRINGTRIE_FINAL_VALUE || to == length || to - from == longest) break;
      result = trie.next(text[to]);
    }
    if (!hasSingle) relax(from, from + 1, dearest);
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
