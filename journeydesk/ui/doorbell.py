"""Where a project is open already: a second start of the program rings there, and the window comes forward.

Who holds a project's lock has its doorbell too, so that one left by a stopped program is in nobody's way.
"""

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from journeydesk.language import Problem
from journeydesk.storage.folders import state_folder

ANSWER = b"here"
PATIENCE = 2000  # milliseconds in which a window answers that is not busy


def _name(project: Path) -> str:
    """The doorbell of a project file: a pipe's name on Windows, elsewhere one of this person's paths."""
    place = os.path.normcase(os.path.realpath(project))
    if sys.platform == "win32":
        place += os.environ.get("USERNAME", "")
    name = hashlib.sha256(os.fsencode(place)).hexdigest()[:16]  # the path of a socket must be short
    return f"journeydesk-{name}" if sys.platform == "win32" else str(state_folder("doors") / name)


def ring(project: Path) -> bool:
    """Asks the window in which a file is open to come forward; tells whether there is one that answers."""
    try:
        name = _name(project)
    except Problem:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE) or not socket.waitForReadyRead(PATIENCE):
        return False
    return bytes(socket.readAll().data()) == ANSWER


class Doorbells(QObject):
    """The doorbells of the projects that are open here. `rung` carries the path of a project."""

    rung = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bells: dict[Path, QLocalServer] = {}

    def follow(self, projects: Iterable[Path]) -> None:
        """Has a doorbell for each of these projects, which must be held, and for no other."""
        wanted = set(projects)
        for gone in self._bells.keys() - wanted:
            bell = self._bells.pop(gone)
            bell.close()
            bell.deleteLater()
        for path in wanted - self._bells.keys():
            self._hang(path)

    def _hang(self, project: Path) -> None:
        try:
            name = _name(project)
        except Problem:
            return  # it can do without
        bell = QLocalServer(self)
        bell.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)  # left by a program that was stopped
        bell.newConnection.connect(partial(self._answer, project, bell))
        bell.listen(name)
        self._bells[project] = bell

    def _answer(self, project: Path, bell: QLocalServer) -> None:
        while (caller := bell.nextPendingConnection()) is not None:
            self.rung.emit(project)
            caller.disconnected.connect(caller.deleteLater)
            caller.write(ANSWER)
            caller.flush()
            caller.disconnectFromServer()
