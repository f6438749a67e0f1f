@NullMarked
package org.ronghe.office.cipher;

import org.jspecify.annotations.NullMarked;
