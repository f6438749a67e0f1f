/// 目录: the catalogue of services in the words other catalogues read (CPSV-AP 3.2). Pure.
@NullMarked
package org.ronghe.engines.catalogue;

import org.jspecify.annotations.NullMarked;
