/// Search, told as stories.
@NullMarked
package org.ronghe.office.search;

import org.jspecify.annotations.NullMarked;
