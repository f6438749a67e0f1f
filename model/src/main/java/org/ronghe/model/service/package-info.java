/// 事项: what the county does for people, as data: services, bundles, the dictionary of elements and
/// the kinds of electronic licence.
@NullMarked
package org.ronghe.model.service;

import org.jspecify.annotations.NullMarked;
