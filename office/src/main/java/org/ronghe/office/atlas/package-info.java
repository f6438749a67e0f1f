/// 图集: the county as maps and tables see it: layers of features with named fields.
@NullMarked
package org.ronghe.office.atlas;

import org.jspecify.annotations.NullMarked;
