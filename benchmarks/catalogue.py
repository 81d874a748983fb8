"""Everything that is measured. A new case is a module in `cases` and a line here."""

from benchmarks.case import Case
from benchmarks.cases.board import BOARD
from benchmarks.cases.edits import EDITS
from benchmarks.cases.files import FILES
from benchmarks.cases.flights import FLIGHTS
from benchmarks.cases.frames import FRAMES_CASE
from benchmarks.cases.images import IMAGES
from benchmarks.cases.parity import PARITY
from benchmarks.cases.pdf import PDF
from benchmarks.cases.png import PNG
from benchmarks.cases.svg import SVG
from benchmarks.cases.tidy import TIDY
from benchmarks.cases.views import VIEWS

CASES: tuple[Case, ...] = (
    BOARD,
    EDITS,
    FILES,
    FLIGHTS,
    FRAMES_CASE,
    IMAGES,
    PARITY,
    PDF,
    PNG,
    SVG,
    TIDY,
    VIEWS,
)
