"""The rows of `ACTIONS` as Qt's actions, kept true to what can be done just now."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QMenuBar, QWidget

from journeydesk.language import message, say
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions import ACTIONS
from journeydesk.ui.icons import icon
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.menus import MENUS, ON_EVIDENCE, ON_PERSONAS, ON_TABS, ON_VIEW, Menu, Rows, offered
from journeydesk.ui.plain_text import text_widget
from journeydesk.ui.shifted_digits import ShiftedDigits
from journeydesk.ui.workspace import Workspace


class Deeds(QObject):
    """All actions of one window. Call `refresh` when something changed that they depend on."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._rows: dict[str, tuple[Action, QAction]] = {}
        self._menus: list[QMenu] = []
        self._digits = ShiftedDigits(self)
        for row in ACTIONS:
            deed = QAction(window)
            deed.setObjectName(row.id)
            deed.setCheckable(row.checked is not None)
            if row.where is not Where.WINDOW:
                deed.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            else:
                window.addAction(deed)
            deed.triggered.connect(self._do)
            self._rows[row.id] = (row, deed)
        self.take_keys()
        self.refresh_icons()

    def deed(self, action_id: str) -> QAction:
        """Qt's action for an id."""
        return self._rows[action_id][1]

    def take_keys(self) -> None:
        """Gives every action the keys that it has now."""
        self.keymap = Keymap(self._context.projects.settings.keys)
        for row, deed in self._rows.values():
            deed.setShortcuts([QKeySequence(key) for key in self.keymap.keys(row.id)])
        for row, deed in self._rows.values():
            self._describe(row, deed)

    def attach(self, workspace: Workspace) -> None:
        """Lets the map and the outline hear the keys that belong to the map, and answer a right click."""
        tree = workspace.outline.tree
        canvas = workspace.showing.pane.canvas
        for widget, heard in (
            (workspace.view, (Where.MAP, Where.DRAWING)),
            (tree, (Where.MAP,)),
            (canvas, (Where.MAP,)),
        ):
            widget.addActions([deed for row, deed in self._rows.values() if row.where in heard])
            widget.installEventFilter(self._digits)
            self._answer(widget, None)
        self._answer(canvas, None)
        self._answer(workspace.tabs.row, ON_TABS)
        self._answer(workspace.column.personas.list, ON_PERSONAS)
        self._answer(workspace.column.evidence.list, ON_EVIDENCE)

        workspace.view.left.connect(self._lead_on)

    def _lead_on(self, by: int) -> None:
        self.deed("next_pane" if by > 0 else "previous_pane").trigger()

    def refresh(self) -> None:
        """Asks every action anew whether it can be done, whether it is on, and what it is called."""
        for row, deed in self._rows.values():
            enabled = row.enabled(self._context)
            deed.setEnabled(enabled)
            if row.checked is not None:
                deed.setChecked(enabled and row.checked(self._context))
            text = say(row.told(self._context) if row.told is not None else row.text)
            if deed.text() != text:
                deed.setText(text)
                self._describe(row, deed)
            if row.passing:
                deed.setVisible(enabled)
        for menu in self._menus:
            menu.setEnabled(any(deed.isVisible() for deed in menu.actions()))

    def refresh_icons(self) -> None:
        """Paints the icons anew in the colours of the window."""
        for row, deed in self._rows.values():
            deed.setIcon(icon(row.icon))
            deed.setIconVisibleInMenu(row.checked is None)

    def fill(self, bar: QMenuBar) -> None:
        """Puts the menus into a menu bar."""
        for menu in MENUS:
            shown = bar.addMenu(say(menu.title))
            self._fill(shown, menu)
            shown.aboutToShow.connect(self.refresh)
            self._menus += shown.findChildren(QMenu)

    def _answer(self, widget: QWidget, rows: Rows | None) -> None:
        """Lets a right click offer these rows, or what is selected on the map where there are none."""
        widget.setProperty("offers", rows)
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(self._offer)

    def _offer(self, position: QPoint) -> None:
        """Opens the menu for a right click; what cannot be done now is left out."""
        session, workspace, asked = self._context.session, self._context.workspace, self.sender()
        if session is None or workspace is None or not isinstance(asked, QWidget):
            return
        session.finishing.emit()
        self.refresh()
        menu = QMenu(asked)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = asked.property("offers") or offered(session)
        if asked is workspace.showing.pane.canvas and not session.selection:
            offers = ON_VIEW
        rows = (row for row in offers if self._can_do(row))
        self._fill(menu, Menu("", tuple(rows)))
        workspace.point_at(position if asked is workspace.view else None, until=menu)
        ground = asked.viewport() if isinstance(asked, QAbstractScrollArea) else asked
        menu.popup(ground.mapToGlobal(position))

    def _can_do(self, row: str | Menu | None) -> bool:
        """Whether a row of a menu, or anything in a menu within it, can be done now."""
        if isinstance(row, Menu):
            return any(self._can_do(within) for within in row.rows if within is not None)
        return row is None or self.deed(row).isEnabled()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        for row in menu.rows:
            match row:
                case None:
                    shown.addSeparator()
                case Menu():
                    within = shown.addMenu(say(row.title))
                    self._fill(within, row)
                case _:
                    shown.addAction(self.deed(row))

    def _describe(self, row: Action, deed: QAction) -> None:
        keys = self.keymap.told(row.id) or self.keymap.told(self._twin(row).id)
        text = deed.text()
        tip = say(message("{name} ({keys})", name=text, keys=keys)) if keys else text
        deed.setToolTip(f"{tip}\n{say(row.hint)}" if row.hint else tip)
        deed.setStatusTip(say(row.hint))

    def _twin(self, row: Action) -> Action:
        """The row whose key does what this one does by the mouse, e.g. inserting a kind."""
        twins = {"tool_connect": "connect", "tool_influence": "influence"}
        name = twins.get(row.id, row.id.replace("place_", "insert_", 1))
        return self._rows.get(name, (row,))[0]

    def _do(self) -> None:
        deed = self.sender()
        if isinstance(deed, QAction):
            row = self._rows[deed.objectName()][0]
            if row.in_text and (field := text_widget()) is not None:
                getattr(field, row.in_text)()
                return
            workspace, session = self._context.workspace, self._context.session
            if row.interrupts and workspace is not None and session is not None:
                dragged, planned = workspace.view.pointer.cancel(), workspace.tidying.refuse()
                if row.id == "undo" and (dragged or planned):
                    self.refresh()
                    return  # what was under way is taken back, and nothing else
                session.finishing.emit()
            if row.enabled(self._context):
                row.run(self._context)
            self.refresh()
