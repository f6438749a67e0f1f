/// 加密: personal data sealed field by field.
@NullMarked
package org.ronghe.office.cipher;

import org.jspecify.annotations.NullMarked;
