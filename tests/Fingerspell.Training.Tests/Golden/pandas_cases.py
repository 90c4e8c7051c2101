"""Records pandas_cases.txt: what pandas prints for made-up frames of many shapes. Run with pandas 1.5."""
import io
import os
import numpy as np
import pandas as pd

os.environ["COLUMNS"] = "80"
pd.set_option("display.max_columns", 0)

CASES = [  # rows, columns, modulus, offset, column name
    (1, 3, 256, 0, "pixel"), (2, 5, 256, 0, "p"), (5, 7, 256, 0, "pixel"), (9, 8, 256, 0, "pixel"), (9, 9, 256, 0, "pixel"),
    (6, 10, 10, 0, "p"), (6, 14, 10, 0, "p"), (6, 19, 10, 0, "p"), (6, 20, 10, 0, "p"), (6, 21, 10, 0, "p"),
    (12, 12, 2000, -1000, "a"), (11, 4, 5_000_000, 0, "big"), (11, 4, 5_000_000, -2_500_000, "big"), (40, 3, 3_000_001, 0, "a rather long column name "),
    (130, 79, 256, 0, "x"), (130, 80, 256, 0, "x"), (300, 81, 256, 0, "x"), (1000, 100, 256, 0, "col"), (1000, 101, 256, 0, "col"),
    (4, 3, 1, 7, "same"), (3, 3, 256, 0, "a name so long that two overflow a line "),
]


def frame(rows, columns, modulus, offset, name):
    r, c = np.indices((rows, columns), dtype=np.int64)
    values = (r * 791_900 + c * 104729 + r * c * 31 + r * r * 13) % modulus + offset
    return pd.DataFrame(values, columns=[f"{name}{i}" for i in range(columns)])


with open(os.path.join(os.path.dirname(__file__), "pandas_cases.txt"), "w") as out:
    for case in CASES:
        df = frame(*case)
        info = io.StringIO()
        df.info(buf=info)
        for what, text in (("head", f"{df.head()}\n"), ("info", info.getvalue()), ("describe", f"{df.describe()}\n"),
                           ("csv", df.describe().to_csv())):
            out.write("#### {} {} {} {} {} {}\n".format(what, *case) + text)
