"""Everything that is done while an installation is set up."""

from zhengyou.rooms.setup.actions.beginning import begin_installation
from zhengyou.rooms.setup.actions.codes import forget_code, setup_code
from zhengyou.rooms.setup.actions.sampling import begin_sample, remove_sample

__all__ = ["begin_installation", "begin_sample", "forget_code", "remove_sample", "setup_code"]
