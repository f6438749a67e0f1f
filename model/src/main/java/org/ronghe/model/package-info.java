/// One county: records, the checks they make on themselves, and the few ports other rooms meet at.
@NullMarked
package org.ronghe.model;

import org.jspecify.annotations.NullMarked;
