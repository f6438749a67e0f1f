package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.county.County;
import org.ronghe.model.place.Place;
import org.ronghe.sources.county.notice.Notice;

/// One package in which almost every row is wrong in a way of its own.
class D_WorstPackageStories {
  @TempDir Path dir;
  private PackageReading reading;

  @BeforeEach
  void read_the_package() {
    reading =
        new PackageFolder(dir)
            .yaml(
                PackageFolder.DIVISIONS_ENTRY,
                entry("places.csv", "places", "GCJ-02"),
                entry("people.csv", "people", "none"),
                entry("facilities.csv", "facilities", "WGS-84"),
                entry("roads.csv", "roads", "WGS-84"),
                entry("tunnels.csv", "tunnels", "WGS-84"),
                entry("compartments.csv", "compartments", "none"),
                entry("sections.csv", "sections", "none"),
                entry("equipment.csv", "equipment", "none"),
                entry("nodes.csv", "network-nodes", "WGS-84"),
                entry("links.csv", "network-links", "WGS-84"),
                entry("points.csv", "points", "none"))
            .file(
                "divisions.csv",
                PackageFolder.DIVISIONS
                    + """
                    140404102,苏店镇,township,tow,140404,NBS,2023-06-30
                    1404041O3,荫城镇,township,town,140404,NBS,2023-06-30
                    140404104,西火镇,township,town,140404,NBS,2023/6/30
                    140404101002,东苗村,village,village-committee,140404111,NBS,2023-06-30
                    140404101001,韩店村,village,village-committee,140404101,NBS,2023-06-30
                    140404102001,苏店村,village,village-committee,140404102,NBS,2023-06-30
                    """)
            .file(
                "places.csv",
                """
                id,name,kind,division,lon,lat
                P1,韩店村,village,140404101001,113.05,36.05
                P1,韩店,village,140404101001,113.05,36.05
                P2,西苗村,village,140404101001,36.05,113.05
                P3,东苗村,village,140404101001,38415210.5,3991200.2
                P4,,village,140404101001,113.05,36.05
                P5,柳林村,village,140404101001,１１３．０５,36.05
                P6,南王村,village,140404101001,0,0
                P7,北王村,village,140404101001,118.05,36.05
                P8,苏店镇,town,140404102,113.08,36.05
                """)
            .file(
                "people.csv",
                """
                division,census_date,sex,age_from,age_to,count
                140404,2020-11-01,all,0,14,"53,798"
                140404,2020-11-01,fmale,15,64,1000
                140404,2020-11-01,male,64,15,1000
                140404,2020-11-01,all,65,120,-3
                """)
            .file(
                "facilities.csv",
                """
                id,name,type,division,capacity,lon,lat
                F1,县医院,hospital,140404101,300床,113.05,36.05
                F2,水厂,water-plant,140404101,20000,,
                """)
            .file(
                "roads.csv",
                """
                id,name,class,width_m,wkt
                R1,光明路,street,12,LINESTRING (113.05 36.05)
                R2,英雄路,street,-12,"LINESTRING (113.05 36.05, 113.06 36.05)"
                R3,太行路,street,12,"LINESTRING (113.05 36.05; 113.06 36.05)"
                """)
            .file(
                "tunnels.csv",
                "id,name,wkt\nT1,光明路管廊,\"LINESTRING (113.05 36.05, 113.06 36.05)\"\n")
            .file(
                "compartments.csv",
                """
                id,tunnel,name,kind
                G,T1,综合舱,general
                R,T2,燃气舱,gas
                """)
            .file(
                "sections.csv",
                """
                id,compartment,number,from_m,to_m
                G1,G,1,0,200
                G2,G,2,150,350
                G3,G,3,350,800
                G4,G,4,800,1800
                G5,G,5,300,200
                R1,R,1,0,200
                """)
            .file(
                "equipment.csv",
                """
                id,section,name,kind,chainage_m
                E1,G1,送风机,fan,1200
                E2,G1,排水泵,drain-pump,100
                """)
            .file(
                "nodes.csv",
                """
                id,utility,kind,lon,lat
                N1,water,source,113.05,36.05
                N2,water,valv,113.06,36.05
                N3,water,valve,113.06,36.05
                H1,heat,valve,113.06,36.05
                """)
            .file(
                "links.csv",
                """
                id,utility,line,from,to,diameter_mm,length_m,built_year
                L1,water,干线,N1,N3,-50,,
                L2,water,干线,N1,N3,0.3,,
                L3,water,干线,N1,N1,300,,
                L4,water,干线,N1,H1,300,,
                L5,warter,干线,N1,N3,300,,
                L6,water,干线,N1,N3,300,,二〇一六
                """)
            .file(
                "points.csv",
                """
                id,name,utility,owner_kind,owner,quantity,unit,value_kind,range_low,range_high,interval_s
                G1 CH4,甲烷,tunnel,section,G1,methane,%,number,0,5,60
                G1.O2,氧,tunnel,section,G1,oxygen,%,number,30,0,60
                G1.H2S,硫化氢,tunnel,section,G1,h2s,mg/m³,number,0,50,0
                E2.STATE,水泵,tunnel,equipment,E2,pump,,state,,,60
                N1.PRES,压力,water,node,N9,pressure,MPa,number,0,1.6,60
                G2.CH4,甲烷,tunnel,section,G2,methane,%,number,0,5,60
                """)
            .read();
  }

  @Test
  void D01_every_bad_row_is_named_with_its_reason() {
    assertThat(reading.notices().stream().map(D_WorstPackageStories::line))
        .containsExactlyInAnyOrderElementsOf(
            """
            choice-unknown divisions.csv:5 kind=tow → Maybe town is meant.
            division-code-malformed divisions.csv:6 code=1404041O3 → Maybe Excel changed it: format the column as text and enter it again.
            date-malformed divisions.csv:7 vintage=2023/6/30 → Maybe 2023-06-30 is meant.
            reference-unknown divisions.csv:8 parent=140404111 → Maybe 140404101 is meant.
            duplicate-id divisions.csv:9 code=140404101001
            reference-to-bad-row divisions.csv:10 parent=140404102
            duplicate-id places.csv:3 id=P1
            lon-lat-swapped places.csv:4 lon=36.05 → Maybe lon and lat are swapped.
            coordinates-in-metres places.csv:5 lon=38415210.5 → Maybe they are metres of a projected system (such as CGCS2000 3-degree): reproject to EPSG:4490 in QGIS first.
            value-missing places.csv:6 name=
            number-full-width places.csv:7 lon=１１３．０５ → Maybe 113.05 is meant.
            position-zero places.csv:8 lon=0 → Maybe it is unknown and some system filled in 0.
            position-far-away places.csv:9 → Maybe it belongs to another county, or a digit was copied wrong.
            reference-to-bad-row places.csv:10 division=140404102
            number-with-separator people.csv:2 count=53,798 → Maybe 53798 is meant.
            choice-unknown people.csv:3 sex=fmale → Maybe female is meant.
            age-band-reversed people.csv:4 age_to=15
            count-negative people.csv:5 count=-3 → Maybe it is a decrease from another table.
            number-with-unit facilities.csv:2 capacity=300床 → Maybe 300 is meant; the unit stands in the column name.
            position-missing facilities.csv:3
            line-too-short roads.csv:2 wkt=LINESTRING (113.05 36.05)
            number-negative roads.csv:3 width_m=-12 → Maybe the minus sign is a slip: 12.
            wkt-malformed roads.csv:4 wkt=LINESTRING (113.05 36.05; 113.06 36.05)
            reference-unknown compartments.csv:3 tunnel=T2 → Maybe T1 is meant.
            sections-overlap sections.csv:3 from_m=150
            section-too-long sections.csv:4 to_m=800 → Maybe a fire wall in between was left out.
            sections-gap sections.csv:4 from_m=350
            chainage-outside sections.csv:5 to_m=1800
            section-too-long sections.csv:5 to_m=1800 → Maybe a fire wall in between was left out.
            section-reversed sections.csv:6 from_m=300 → Maybe the two columns were swapped.
            reference-to-bad-row sections.csv:7 compartment=R
            chainage-outside equipment.csv:2 chainage_m=1200
            choice-unknown nodes.csv:3 kind=valv → Maybe valve is meant.
            diameter-not-positive links.csv:2 diameter_mm=-50 → Maybe the diameter is unknown: then leave it empty.
            diameter-tiny links.csv:3 diameter_mm=0.3 → Maybe the unit is metres: then write 300.
            link-to-itself links.csv:4 to=N1
            utility-differs links.csv:5 to=H1
            utility-unknown links.csv:6 utility=warter → Maybe water is meant.
            number-malformed links.csv:7 built_year=二〇一六
            point-id-malformed points.csv:2 id=G1 CH4 → Maybe G1-CH4 is meant.
            range-reversed points.csv:3 range_low=30 → Maybe the two columns were swapped.
            interval-not-positive points.csv:4 interval_s=0 → Maybe it reports on change only: write the longest normal silence, such as 3600.
            states-missing points.csv:5 states=
            reference-unknown points.csv:6 owner=N9 → Maybe N1 is meant.
            reference-to-bad-row points.csv:7 owner=G2
            """
                .lines()
                .toList());
    assertThat(reading.notices().stream().map(Notice::code).distinct().count())
        .isGreaterThanOrEqualTo(25);
  }

  private static String line(Notice notice) {
    return PackageFolder.line(notice) + notice.maybe().map(maybe -> " → " + maybe.en()).orElse("");
  }

  @Test
  void D02_the_counts_add_up() {
    assertThat(reading.files()).allMatch(count -> count.read() == count.good() + count.bad());
    assertThat(reading.files().stream().collect(Collectors.toMap(FileCount::file, FileCount::bad)))
        .containsEntry("divisions.csv", 6L)
        .containsEntry("places.csv", 7L)
        .containsEntry("tunnels.csv", 0L)
        .containsEntry("sections.csv", 4L)
        .containsEntry("points.csv", 6L);
  }

  @Test
  void D03_the_good_rows_make_a_county_that_holds_together() {
    County county = reading.county().orElseThrow();

    assertThat(county.places()).extracting(Place::id).containsExactly("P1", "P7");
    assertThat(county.sections()).extracting(section -> section.id()).containsExactly("G1", "G3");
    assertThat(county.equipment()).extracting(one -> one.id()).containsExactly("E2");
    assertThat(county.links()).extracting(link -> link.id()).containsExactly("L2");
    assertThat(county.points()).isEmpty();
    List<String> codes = county.divisions().stream().map(one -> one.code()).toList();
    assertThat(codes).containsExactly("140404", "140404101", "140404101001");
  }
}
