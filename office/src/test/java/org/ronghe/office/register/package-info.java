/// The register, told as stories.
@NullMarked
package org.ronghe.office.register;

import org.jspecify.annotations.NullMarked;
