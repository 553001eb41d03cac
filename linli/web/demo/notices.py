"""The notice desk over the last weeks: boards, a notice by hand, thanks by consent, a notice about
help with an objection, the weekly look, and a round from door to door."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from linli.core.audit.actor import NOBODY, Actor, the_operator
from linli.core.people.actions import form_household, give_consent, move_in, register_person
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import local_day
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.models import Board, Posting
from linli.mechanisms.publication.postings import NAMED, NOTICE, THANK_YOU
from linli.mechanisms.publication.queries.rounds import stairs_without_phone
from linli.service.catalogue.actions import assistance
from linli.service.catalogue.actions.assistance import Asked, Household
from linli.web.demo.cast import Setting

NEIGHBOURS = ("林桂英", "潘守义", "邱玉珍", "段长庚", "樊秀云", "邵有福")
"""Invented people who have left no telephone number."""


def play_notices(setting: Setting, at: datetime) -> None:
    """Plays the notice desk up to `at`, through the acts."""
    desk = _Desk(setting, at)
    boards = desk.open_boards()
    water = desk.post_by_hand(boards[0])
    desk.thank(boards[0])
    desk.post_assistance(boards[0])
    desk.leave_a_draft()
    desk.look(boards[0])
    desk.go_round(water)


class _Desk:
    """The hands at the notice desk, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return min(day.replace(hour=hour, minute=0, second=0, microsecond=0), self.now)

    def by(self, key: str, days: int) -> Actor:
        return self.setting.actor(key, local_day(self.ago(days)))

    def hand(self, key: str, days: int, hour: int = 10) -> dict[str, Any]:
        """Who does it, and when."""
        return {"by": self.by(key, days), "at": self.ago(days, hour)}

    def open_boards(self) -> list[Board]:
        return [
            actions.open_board(self.place, name=name, where=where, **self.hand("worker", 60))
            for name, where in (("东门公告栏", "门卫室旁"), ("老年活动室公告栏", "一楼走廊"))
        ]

    def post_by_hand(self, board: Board) -> Posting:
        fields = {
            "title": "1号楼、2号楼临时停水",
            "body": "供水公司更换翠湖新村1号楼、2号楼的主管道，停水三小时。请提前存水，来水后先放一会儿再用。",
            "when": "下周二 9:00—12:00",
            "where": "翠湖新村1号楼、2号楼",
            "contact": "示范市供水公司湖滨营业所 0990-5550003",
        }
        worker = self.hand("worker", 3)
        draft = actions.write_notice(self.place, template=NOTICE, fields=fields, days=10, **worker)
        water = actions.release_notice(draft, seen=actions.state_of(draft), **worker)
        self.hang(water, board, 3)
        return water

    def thank(self, board: Board) -> None:
        account = self.setting.accounts["representative"]
        assert account.person_id is not None, "only who stands on the roster"
        person = Person.objects.get(community=self.place, pk=account.person_id)
        give_consent(person, purpose=NAMED, how="signed", **self.hand("worker", 8))
        fields = {
            "names": person.name,
            "deed": "连续三个月义务给楼里的老人读报、换灯泡。社区谢谢您。",
        }
        draft = actions.write_notice(
            self.place,
            template=THANK_YOU,
            fields=fields,
            days=15,
            persons=[person.pk],
            by=self.by("worker", 7),
            at=self.ago(7),
        )
        seen = actions.state_of(draft)
        director = self.by("director", 7)
        thanks = actions.release_notice(draft, seen=seen, by=director, at=self.ago(7, 15))
        self.hang(thanks, board, 6)

    def post_assistance(self, board: Board) -> None:
        households = [Household("高淑华", 1, 86000), Household("崔永年", 2, 132000)]
        asked = self._asked("湖街民〔2026〕17号", "minimum_living", households, ago=4)
        draft = assistance.draft_assistance_notice(
            self.place, asked=asked, by=self.by("worker", 4), at=self.ago(4)
        )
        assert draft.posting is not None
        assistance.release_assistance_notice(
            draft,
            seen=actions.state_of(draft.posting),
            by=self.by("director", 4),
            at=self.ago(4, 15),
        )
        posting = Posting.objects.get(community=self.place, pk=draft.posting.pk)
        self.hang(posting, board, 3)
        objection = actions.object_to(
            posting,
            objected=actions.Objected("第二户好像不止两口人，请再核对一下。"),
            by=NOBODY,
            at=self.ago(2),
        )
        actions.pass_objection_on(
            objection,
            office=self.setting.bodies["office"].name,
            by=self.by("worker", 1),
            at=self.ago(1),
        )

    def leave_a_draft(self) -> None:
        asked = self._asked(
            "湖街民〔2026〕21号", "temporary_relief", [Household("谭桂兰", 3, 200000)], ago=0
        )
        assistance.draft_assistance_notice(
            self.place, asked=asked, by=self.by("worker", 0), at=self.ago(0, 9)
        )

    def look(self, board: Board) -> None:
        up = Posting.objects.filter(
            community=self.place, hangings__board=board, state__in=Posting.SHOWN
        )
        found = {posting.pk: "same" for posting in up}
        actions.check_board(board, found=found, by=self.by("worker", 1), at=self.ago(1, 16))

    def go_round(self, notice: Posting) -> None:
        homes = list(dwellings_under(self.setting.old))
        at, since = self.ago(300), local_day(self.ago(300))
        for number, name in enumerate(NEIGHBOURS):
            home, by = homes[(number * 2 + 1) % len(homes)], the_operator()
            person = register_person(self.place, name=name, by=by, at=at)
            move_in(person, dwelling=home, kind="hukou_here", since=since, by=by, at=at)
            form_household(home, members=[person], since=since, by=by, at=at)
        given = self.hand("worker", 2)
        actions.begin_round(notice, **given)
        stairs = stairs_without_phone(notice, local_day(self.ago(2)))
        told = [door.household for stair in stairs[:1] for door in stair.doors[:2]]
        actions.note_told(notice, households=told, how="door", **given)

    def hang(self, posting: Posting, board: Board, ago: int) -> None:
        photos = [_photo(posting.number)]
        actions.hang(posting, board=board, photos=photos, **self.hand("worker", ago, 16))

    def _asked(self, paper: str, scheme: str, households: list[Household], *, ago: int) -> Asked:
        office = self.setting.bodies["office"].name
        return Asked(office, paper, local_day(self.ago(ago)), scheme, households)


def _photo(number: str) -> SimpleUploadedFile:
    """A board drawn in a few strokes: the demo photographs nobody's wall."""
    picture = Image.new("RGB", (800, 600), "#e9e4da")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 60, 740, 540), fill="#8a6f4d")
    for left in (100, 320, 540):
        pen.rectangle((left, 110, left + 170, 400), fill="#fdfcf8", outline="#333333", width=2)
    pen.text((340, 130), number, fill="#222222")
    drawn = BytesIO()
    picture.save(drawn, "JPEG")
    return SimpleUploadedFile("board.jpg", drawn.getvalue(), "image/jpeg")
