"""The editor of roles at a stage: for each persona the six roles, side by side."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from journeydesk.kinds.roles import roles_at, told_at
from journeydesk.kinds.stage import Stage
from journeydesk.language import say
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.operations import committee
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.people import PeopleEditor


class RoleRow(QWidget):
    """The roles as switches. `switched` carries a role; `reset` asks for those in general."""

    switched = Signal(str)
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        self.buttons: dict[str, QToolButton] = {}
        for choice in ROLES:
            button = self._button(choice.icon, say(choice.label))
            button.setCheckable(True)
            button.clicked.connect(self._switch)
            row.addWidget(button)
            self.buttons[choice.key] = button
        self.back = self._button("rotate-ccw", say("As in general"))
        self.back.clicked.connect(self.reset)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        row.addWidget(self.back)
        row.addStretch(1)
        self.setFocusProxy(self.buttons[ROLES[0].key])

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("swatch")
        button.setIcon(icon(sign))
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(32, 32)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def show_roles(self, roles: set[str], *, is_told: bool) -> None:
        """Shows these roles, and whether it is the stages themselves that tell them."""
        for key, button in self.buttons.items():
            button.setChecked(key in roles)
        self.back.setVisible(is_told)

    def _switch(self) -> None:
        self.switched.emit(next(key for key, button in self.buttons.items() if button is self.sender()))


class PartsEditor(PeopleEditor[RoleRow]):
    """A row of roles for each persona; where a stage says nothing, those that they have in general."""

    def make_row(self) -> RoleRow:
        made = RoleRow()
        made.switched.connect(self._switch)
        made.reset.connect(self._reset)
        return made

    def show_row(self, row: RoleRow, persona: Persona) -> None:
        stages = self._stages()
        shared = set(roles_at(stages[0], persona)) if stages else set()
        for stage in stages:
            shared &= set(roles_at(stage, persona))
        row.show_roles(shared, is_told=any(told_at(stage, persona.id) is not None for stage in stages))

    def _stages(self) -> list[Stage]:
        return [record for record in self.records if isinstance(record, Stage)]

    def _switch(self, role: str) -> None:
        ids = [stage.id for stage in self._stages()]
        committee.switch_role(self.ground.document, ids, self.persona_of(self.sender()), role)

    def _reset(self) -> None:
        ids = [stage.id for stage in self._stages()]
        committee.give_roles(self.ground.document, ids, self.persona_of(self.sender()), None)
