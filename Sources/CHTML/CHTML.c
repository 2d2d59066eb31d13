#include "CHTML.h"

#include <gumbo.h>

int chtml_available(void) { return kGumboDefaultOptions.max_errors != 0; }
