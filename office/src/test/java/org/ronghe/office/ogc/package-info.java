/// OGC API – Features, requirement by requirement.
@NullMarked
package org.ronghe.office.ogc;

import org.jspecify.annotations.NullMarked;
