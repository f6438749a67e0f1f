package org.ronghe.engines.rule.benefit;

import org.ronghe.model.people.Sex;

/// People of one village, sex and age band, as a census counted them.
///
/// @param urban whether the village is counted as town
/// @param ageTo inclusive
public record PeopleCell(
    String village,
    String township,
    String townshipName,
    boolean urban,
    Sex sex,
    int ageFrom,
    int ageTo,
    long count) {}
