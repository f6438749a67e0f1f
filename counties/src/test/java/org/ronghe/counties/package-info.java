/// Tests of the sample county, from the simplest fact to the whole package.
@NullMarked
package org.ronghe.counties;

import org.jspecify.annotations.NullMarked;
