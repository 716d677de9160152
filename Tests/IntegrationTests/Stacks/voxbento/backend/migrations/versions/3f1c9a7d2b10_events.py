"""Events, each with its slug and the name that listeners see."""

import sqlalchemy as sa
from alembic import op

revision = "3f1c9a7d2b10"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("slug", sa.String(64), primary_key=True),
        sa.Column("display_name", sa.String(200), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("events")
