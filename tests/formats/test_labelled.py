"""Lists of labelled names are read as they are: half filled, with measures in words."""

from pathlib import Path

import pytest

from diming.errors import InputError
from diming.formats.labelled import read_labelled
from diming.model import Extent, FeatureClass


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_feature_tells_the_class_and_the_label_is_kept_apart(tmp_path: Path) -> None:
    path = written(
        tmp_path, "name,feature,class,reason,basis\n欧洲花园,居民区,大,刻意夸大,官方清单\n"
    )
    (case,) = read_labelled(path)
    assert case.proposal.feature_class is FeatureClass.RESIDENTIAL
    assert (case.label, case.reason, case.basis) == ("大", "刻意夸大", "官方清单")


def test_widths_of_notices_are_read_and_what_is_no_width_is_left_open(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "name,feature,width_m,length_m,status\n青龙山街,道路,9~15,790,命名\n"
        "环湖东路,道路,24+9+16,,拟命名\n健康街,道路,寒亭区段30、高新区段64,,更名\n",
    )
    widths = [case.proposal.width_m for case in read_labelled(path)]
    assert widths == [Extent(9, 15), Extent(49, 49), None]
    assert [case.status for case in read_labelled(path)] == ["命名", "拟命名", "更名"]


def test_a_feature_not_known_is_another_and_none_is_a_road(tmp_path: Path) -> None:
    path = written(tmp_path, "name,feature\n曲尼收费处,收费处所\n古槐路,\n")
    kinds = [case.proposal.feature_class for case in read_labelled(path)]
    assert kinds == [FeatureClass.OTHER, FeatureClass.ROAD]


def test_a_list_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_labelled(written(tmp_path, "feature,class\n道路,大\n"))
