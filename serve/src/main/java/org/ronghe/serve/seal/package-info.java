/// 电子证照: licences as signed PDF, kept for their holders, checked for anyone.
@NullMarked
package org.ronghe.serve.seal;

import org.jspecify.annotations.NullMarked;
