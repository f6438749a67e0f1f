/// 签章: the county's electronic seal: keys, signed PDF, and whether a PDF is still what was signed.
@NullMarked
package org.ronghe.office.seal;

import org.jspecify.annotations.NullMarked;
